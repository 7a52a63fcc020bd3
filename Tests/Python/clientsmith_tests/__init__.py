"""What the tests do in Python: judge, count, change, call and compare, without the code of the tool."""
