"""What a validation found."""
