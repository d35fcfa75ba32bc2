"""A list as a workbook to fill in, and such a workbook as a list: what goes in comes out, and nothing is lost.

Both ways read one declaration of sheets and columns (``sheets``), which is made of what the model says of its fields.
"""
