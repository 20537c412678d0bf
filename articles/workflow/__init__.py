"""Who may do what to an article: the tables of acts and duties, the guards, the one door, the drafts' services."""
