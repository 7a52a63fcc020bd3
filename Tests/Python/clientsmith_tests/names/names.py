"""Names that documents have and Swift, a disk or a reader's eye would rather not."""

WORDS = """
Error Result Type Self self Data URL Operation Task main Codable Optional String Any Protocol Sendable Void Never Swift Foundation
init deinit subscript class func inout let default repeat async await throws actor macro package consuming borrowing sending
nonisolated isolated each any some none nil true get set willSet rawValue hashValue description encode knownValues unrecognized
connection withResponse additionalProperties request response body decoder fields hasher left
FieldDecoder ClientRequest ClientError Nullable OpenEnum JSONValue StubTransport HTTPField HTTPTypes CodingKeys CON
""".split()

# Alike but for case, signs or the form of a letter.
COMPOSED = ["e\u0301"]
TWINS = ["foo", "Foo", "FOO", "foo_bar", "foo-bar", "fooBar", "foo.bar", "é", *COMPOSED, "caf\u00e9", "cafe"]

OTHERS = [
    "+1", "-1", "1", "2fa", "404", "1.10", "_", "__", "$", "@type", "*", " ", "a b", "",
    "ペット", "猫", "🐶", "👩\u200d🚀", "a\u200db", "\u202egnp.exe", "\u2067x\u2069", "𝐅𝐨𝐨", "Ѕtring", "\ufeffx",
    "../../Package", "..\\..\\x", "/etc/cron.d/x", ".git/hooks/pre-commit", "%2e%2e%2fx", "a/b",
    "`", "Foo`; let pwned = 1; struct Bar", "Foo: Codable {} ; func x", 'a"b', "a\\(fatalError())", "a\nlet pwned = 1", "a\rb",
    "a\u2028let pwned = 1", "*/ let pwned = 1 /*", "#if false", "//", '"""', "\\",
    "long name " * 1000,
]

PLACES = ["schema", "property", "enum", "parameter", "operation", "tag", "header"]

# Each place has its own module, whose own name is one more.
MODULES = {place: place.capitalize() + "Names" for place in PLACES}
RUNTIME = "HostileRuntime"


def names(place):
    return WORDS + TWINS + OTHERS + [MODULES[place], MODULES[place].lower(), RUNTIME]


def is_token(name):
    """Whether a header may have the name (RFC 9110, section 5.6.2)."""
    return bool(name) and all(letter.isascii() and (letter.isalnum() or letter in "!#$%&'*+-.^_`|~") for letter in name)


def title(name):
    """A name as a test may be called."""
    text = name.encode("unicode_escape").decode("ascii")
    return (text if len(text) <= 40 else text[:37] + "...") or "empty"
