"""What is printed on pages: one model of the printed sheet, and who writes it as Word and as PDF."""
