"""The pages of a generated package, held against its documents."""
