"""Generated clients that call operations over HTTP."""
