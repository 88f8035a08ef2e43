"""The invented world of the desk's bench, and how its parts are measured."""
