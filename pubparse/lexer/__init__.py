"""Runs of one entry in, lexemes out: words, numbers, marks and signs, each with its place; blind to what they mean."""

from pubparse.lexer.lexemes import Lexeme, Lexemes
from pubparse.lexer.scan import EntryText, lex

__all__ = ["EntryText", "Lexeme", "Lexemes", "lex"]
