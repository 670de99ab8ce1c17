// Nothing of its own: tests run chrome.tabs and chrome.sessions here.
