"""Every limit there is, with its reason; beyond one of them comes a ``LimitError`` (exit code 6), never a crash."""

#: Characters in one line or one block of the source. libxml2 refuses text nodes over 10 million bytes, and
#: a character has up to four; a longer "line" is a file that has lost its line ends.
MAX_BLOCK = 2_000_000

#: Bytes of an XML file that is parsed into a tree (validation, rendering). A tree takes about 20 times the
#: file: 64 MiB stay within 2 GB. Larger files are checked as a stream.
MAX_TREE = 64 * 1024 * 1024

#: Bytes of a profile or a sidecar: they are written by hand.
MAX_TOML = 1024 * 1024

#: Characters of source text held at a time: large enough to be quick, small enough not to be noticed.
PART = 1024 * 1024

#: Characters at the start of a text that profile and layout are chosen from.
SAMPLE = 256 * 1024

#: Bytes RE2 may use for one set of patterns; a set of the shipped rules needs about 2 MB.
MAX_PATTERN_MEMORY = 64 * 1024 * 1024

#: Seconds a stylesheet may run on one document.
MAX_TRANSFORM_SECONDS = 120

#: Characters of a text whose words are counted as evidence for corrections. Four million are more than the longest
#: book; more would say nothing new and would have to be kept in memory.
MAX_VOCABULARY = 4 * PART

#: Names with which one name is compared: the best attested of those that begin or end alike and differ in two or three
#: letters. No name of a meeting has more such neighbours; in a directory, one with more is told apart by none of them.
MAX_NEAR = 20

#: Persons of one surname that are told apart by their first names, each from each. More are kept apart as printed.
MAX_NAMESAKES = 300

#: Blocks of one text that may say facts for the header: title page and imprint have a dozen, a whole run of a
#: periodical in one file would have thousands.
MAX_STATING = 100

#: Seconds libxml2 may take to read a schema of others; tei_all takes it 8, some it never finishes.
MAX_SCHEMA_SECONDS = 90

#: Bytes of a schema that is added to the store: tei_all has one million.
MAX_SCHEMA = 32 * 1024 * 1024

#: Bytes of one request to a feed; the longest that the protocols know are some hundred.
MAX_REQUEST = 8 * 1024

#: Requests that a feed answers at a time; others are asked to come again.
MAX_REQUESTS = 32

#: Seconds that a feed waits for the rest of a request.
MAX_REQUEST_SECONDS = 30

#: Parts of one text that can be cited: sessions, speeches and paragraphs of the longest congress are some ten thousand;
#: a header that lets every element stand in every other one could name millions.
MAX_PARTS = 200_000

#: Seconds to wait for a database server to be there, and for it to do one thing: an index of a large corpus takes long.
MAX_CONNECT_SECONDS = 10
MAX_DATABASE_SECONDS = 600
