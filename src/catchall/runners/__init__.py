"""Where the pipeline runs. In: a job (files, lists, day); out: determinations and records.

``prepare`` reads what a job names, ``local`` runs it batch by batch in this process, ``shards``
writes the records so that a killed run can go on, ``replay`` runs sealed records once more.
"""
