"""What a project stores.

Rows change in place, so each equals only itself; `Table.save` follows a change of what a row is found by.
"""
