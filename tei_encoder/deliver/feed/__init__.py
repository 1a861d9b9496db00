"""What others fetch of a folder of TEI: OAI-PMH for harvesters, Distributed Text Services for readers."""
