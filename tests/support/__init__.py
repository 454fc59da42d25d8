"""What tests share: small stories, a browser to drive, a terminal, and text snapshots."""
