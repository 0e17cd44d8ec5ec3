"""What every page needs of the web: headers, assets, the page cache, guards and log lines."""
