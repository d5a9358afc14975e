"""Labelled pages to learn weights from: records in, rendered in many styles, with the span of every field."""
