"""The REST API of the desk: the same files and commands as the screens, for programs."""
