"""A person's decisions about the chronology, kept as standing orders in files beside the documents."""
