"""The functions of the SDK; every command is a thin shell over the one of the same name."""
