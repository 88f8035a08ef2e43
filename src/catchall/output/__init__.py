"""What people and programs are given: files, tables, explanations, the report.

In: tables; out: text and files. Nothing here decides anything: what is not in
the determination is not in an output.
"""
