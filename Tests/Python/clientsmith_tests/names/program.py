"""Makes the Swift program that uses every name as a caller would, and prints what went over the wire."""

from .names import MODULES, RUNTIME


def literal(text):
    return '"' + "".join(f"\\u{{{ord(letter):X}}}" for letter in text) + '"'


def member(name):
    return f"`{name}`"


def json_text(name, value):
    """A JSON object of one member, made without the help of any coder of Swift."""
    escaped = "".join(f"\\u{ord(unit):04x}" if ord(unit) < 0x10000 else surrogates(unit) for unit in name)
    return '{"' + escaped + '":"' + value + '"}'


def surrogates(letter):
    code = ord(letter) - 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def type_named(model, pointer):
    return next(one for one in model["types"] if one["pointer"] == pointer)


def operations(model):
    """By path: the group's name and the operation."""
    return {one["path"].split("/{")[0]: (group["name"], one) for group in model["groups"] for one in group.get("operations", ())}


def schema(model, names):
    module = MODULES["schema"]
    union = type_named(model, "#/components/schemas/Everything")
    cases = [case["name"] for case in union["shape"]["union"]["cases"]]
    methods = operations(model)
    for index, (name, case) in enumerate(zip(names, cases)):
        group, operation = methods[f"/s{index}"]
        text = literal(json_text("kind", "KIND").replace("KIND", json_text(name, "")[2:-5]))
        yield f"""
            let value = try decode({module}.Everything.self, {text})
            guard case .{member(case)}(let branch) = value else {{ return show("schema", {index}, "another branch") }}
            let client = {module}(server: ServerURL("https://example.com"), transport: StubTransport(.json({text})))
            let answer = try await client.{member(group)}.{member(operation["name"])}()
            show("schema", {index}, branch.kind, encode(value), encode(answer))
        """


def property(model, names):
    module = MODULES["property"]
    for index, name in enumerate(names):
        one = type_named(model, f"#/components/schemas/P{index}")
        name_in_swift = one["shape"]["structure"]["properties"][0]["name"]
        yield f"""
            let value = try decode({module}.P{index}.self, {literal(json_text(name, "found"))})
            let made = {module}.P{index}({argument(name_in_swift)}: "made")
            show("property", {index}, value.{member(name_in_swift)} ?? "nothing", encode(value), encode(made))
        """


def argument(name):
    return member(name) if name == "inout" else name


def enum(model, names):
    module = MODULES["enum"]
    every = [case["name"] for case in type_named(model, "#/components/schemas/Everything")["shape"]["enumeration"]["cases"]]
    for index, name in enumerate(names):
        one = type_named(model, f"#/components/schemas/E{index}")["shape"]["enumeration"]["cases"][0]["name"]
        yield f"""
            let known = {module}.Everything.{member(every[index])}
            let isKnown = {module}.Everything.knownValues.contains(known)
            let value = try decode([{module}.E{index}].self, "[" + {literal(json_text(name, "")[1:-4])} + "]")
            let isFound = value == [.{member(one)}]
            show("enum", {index}, known.rawValue, "\\(isKnown) \\(isFound)", encode(value), {module}.E{index}.{member(one)}.rawValue)
        """


def parameter(model, names):
    methods = operations(model)
    _, everything = methods["/all"]
    labels = {one["wireName"]: one["name"] for one in everything["parameters"]}
    for index, name in enumerate(names):
        group, operation = methods[f"/q{index}"]
        calls = call(group, operation)
        calls += call(*methods["/all"], label=labels[name])
        if f"/p{index}" in methods:
            calls += call(*methods[f"/p{index}"])
        yield requested("parameter", calls, index)


def call(group, operation, label=None):
    label = label or next((one["name"] for one in operation.get("parameters", ())), None)
    arguments = f'{argument(label)}: "a value"' if label else ""
    return f"""
            try await client.{member(group)}.{member(operation["name"])}({arguments})"""


def requested(role, calls, index, shown='stub.requests.map { $0.head.path ?? "" }'):
    """The body of a function that calls methods and shows what was sent."""
    return f"""
            let stub = StubTransport(.status(204))
            let client = {MODULES[role]}(server: ServerURL("https://example.com"), transport: stub)
            {calls}
            show("{role}", {index}, {shown})
        """


def operation(model, names):
    methods = operations(model)
    return (requested("operation", call(*methods[f"/o{index}"]), index) for index, _ in enumerate(names))


def tag(model, names):
    methods = operations(model)
    return (requested("tag", call(*methods[f"/t{index}"]), index) for index, _ in enumerate(names))


def header(model, names):
    methods = operations(model)
    fields = 'stub.requests.flatMap { $0.head.headerFields.map { "\\($0.name.rawName)=\\($0.value)" } }'
    return (requested("header", call(*methods[f"/h{index}"]), index, fields) for index, _ in enumerate(names))


def text(models, accepted):
    functions = []
    for place, names in accepted.items():
        for index, body in enumerate(globals()[place](models[place], names)):
            functions.append(f"@Sendable private func {place}{index}() async throws {{{body}}}")
    # Hundreds of suspensions in one function would take gigabytes to compile.
    lists = [
        f"private let {place}s: [@Sendable () async throws -> Void] = [" + ", ".join(f"{place}{index}" for index in range(len(names))) + "]"
        for place, names in accepted.items()
    ]
    calls = [f'await attempt("{place}", {place}s)' for place in accepted]
    imports = "\n".join(f"import {module}" for module in ["Foundation", "HTTPTypes", RUNTIME, *MODULES.values()])
    return f"""{imports}

private func show(_ place: String, _ index: Int, _ found: [String]) {{
    print(encode([place, String(index)] + found))
}}

private func show(_ place: String, _ index: Int, _ found: String...) {{ show(place, index, found) }}

private func encode<Value: Encodable>(_ value: Value) -> String {{
    (try? JSONEncoder().encode(value)).map {{ String(decoding: $0, as: UTF8.self) }} ?? "not encoded"
}}

private func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {{
    try JSONDecoder().decode(type, from: Data(text.utf8))
}}

private func attempt(_ place: String, _ functions: [@Sendable () async throws -> Void]) async {{
    for (index, function) in functions.enumerated() {{
        do {{ try await function() }} catch {{ show(place, index, "\\(error)") }}
    }}
}}

{chr(10).join(functions)}

{chr(10).join(lists)}

@main struct Program {{
    static func main() async {{
        {(chr(10) + "        ").join(calls)}
    }}
}}
"""
