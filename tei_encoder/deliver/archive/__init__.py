"""What archives take: descriptions in their standards, and packages in the forms that they ingest."""
