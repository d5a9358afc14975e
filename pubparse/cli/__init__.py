"""Arguments in, text on a console out: the only place that knows of arguments, terminals and colour."""
