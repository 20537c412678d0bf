"""The desk: forms in, service calls out. `registry` names its pages; importing this package registers nothing."""
