"""The one comparison. It reads declarations and requirements; it knows no field by name and no rule id."""
