"""With what every report is printed: a finding's words, tables, pages, colours, and what each sink must not get."""
