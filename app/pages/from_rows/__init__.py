"""From rows to pages: how what the queries answer becomes what the templates receive."""
