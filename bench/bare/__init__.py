"""The ceiling: a Django written by hand, one query and one template a page."""
