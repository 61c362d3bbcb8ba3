"""The site: settings, addresses, and what concerns every page. The only place that imports all apps."""
