"""The Swift program that calls the operations of generated clients, written from their models (`clientsmith model`)."""

import json

from values import FULL, REQUIRED, Arguments, Unmakeable, adapted

KEYWORDS = {"inout", "var", "let"}
MAIN = """\
import CallClientsRuntime
import Foundation

struct Values: Sendable {{
    let texts: [String: String]

    func callAsFunction<Value: Decodable>(_ key: String) throws -> Value {{
        try JSONValue(json: Data(texts[key, default: ""].utf8)).decode(as: Value.self)
    }}
}}

/// Calls an operation; only what kept a request from being sent is told.
func call(_ key: String, _ body: () async throws -> Void) async {{
    do {{ try await body() }} catch {{
        let text = String(describing: error)
        if !text.contains("404") {{ print("\\(key)\\t\\(text)") }}
    }}
}}

@main struct Calls {{
    static func main() async throws {{
        let arguments = CommandLine.arguments
        let data = try Data(contentsOf: URL(filePath: arguments[2]))
        let values = Values(texts: try JSONDecoder().decode([String: String].self, from: data))
{calls}
    }}
}}
"""


class Client:
    """One client: its calls as Swift, the values they need, and what could not be called."""

    def __init__(self, name, document, model, limit):
        self.name = name
        self.model = model
        self.arguments = Arguments(document)
        self.values = {}
        self.calls = {}
        self.without = []
        self.lines = []
        operations = [(group, item) for group in model["groups"] for item in group["operations"]]
        step = max(1, -(-len(operations) // limit))
        for group, operation in operations[::step]:
            for mode in (FULL, REQUIRED):
                self.add(group, operation, mode)

    def add(self, group, operation, mode):
        key = f"{self.name}.{operation['id']}.{mode}"
        place, _ = self.arguments.places.get((operation["method"], operation["path"]), (None, None))
        if place is None:
            return self.without.append((key, "not found in the document"))
        try:
            arguments = self.list(key, place, operation, mode)
        except Unmakeable:
            return self.without.append((key, "no value could be made"))
        header = f'client.with(headers: ["X-Call": {json.dumps(key)}])'
        call = f"{header}.{group['name']}.`{operation['name']}`({', '.join(arguments)})"
        self.lines.append(f"await call({json.dumps(key)}) {{ _ = try await {call} }}")
        self.calls[key] = operation["id"]

    def list(self, key, place, operation, mode):
        arguments = []
        body = operation.get("body")
        if body and (body["isRequired"] or mode == FULL):
            arguments.append(self.body(key, place, body, mode))
        for number, parameter in enumerate(operation["parameters"]):
            if not parameter["isRequired"] and mode == REQUIRED:
                continue
            try:
                value = self.arguments.parameter(place, parameter["wireName"], parameter["location"], mode)
            except Unmakeable:
                if parameter["isRequired"]:
                    raise
                continue
            name = f"`{parameter['name']}`" if parameter["name"] in KEYWORDS else parameter["name"]
            arguments.append(f"{name}: {self.keep(f'{key}.{number}', value, parameter['type'])}")
        if argument := operation.get("serverArgument"):
            arguments.append(f'{argument}: .init("\\(url){base_path(operation["servers"][0])}")')
        return arguments

    def body(self, key, place, body, mode):
        contents = body["contents"]
        wanted = [index for index, content in enumerate(contents) if content["kind"] == "json"]
        index = (wanted or [0])[0]
        content = contents[index]
        media, kind = content["mediaType"], content["kind"]
        if kind in ("text", "binary"):
            text = 'Data("some bytes".utf8)'
            if "*" in media:
                written = f'FileContent({text}, contentType: "{media.replace("*/*", "text/plain").replace("*", "png")}")'
            else:
                written = '"some text"' if kind == "text" else f"HTTPBody({text})"
        else:
            value = self.arguments.body(place, media, mode)
            written = self.keep(f"{key}.body", value, content["type"])
            if kind in ("jsonLines", "eventStream"):
                written = f"[{written}]"
        return f".{body['choice']['caseNames'][index]}({written})" if body.get("choice") else written

    def keep(self, key, value, kind):
        self.values[key] = json.dumps(adapted(value, kind, self.model["types"]))
        return f"try values({json.dumps(key)})"

    def source(self):
        servers = self.model["servers"]
        schemes = [scheme for scheme in self.model["securitySchemes"] if scheme["kind"] != "mutualTLS"]
        credentials = [f'{scheme["name"]}: Credential("user:secret")' for scheme in schemes]
        base = base_path(servers[0]) if servers else ""
        server = f'server: .init("\\(url){base}")'
        first = bool(servers) and "://" in default_url(servers[0])
        arguments = [*credentials, server] if first else [server, *credentials]
        lines = "\n".join(f"    {line}" for line in self.lines)
        return (
            f"import CallClientsRuntime\nimport Foundation\nimport {self.name}\n\n"
            f"func call{self.name}(_ url: String, _ values: Values) async {{\n"
            f"    let client = {self.name}({', '.join(arguments)})\n{lines}\n}}\n"
        )


def default_url(server):
    url = server["url"]
    for variable in server.get("variables") or ():
        url = url.replace("{" + variable["wireName"] + "}", variable["defaultValue"])
    return url


def base_path(server):
    url = default_url(server)
    path = "/".join(url.split("/")[3:]) if "://" in url else url.strip("/")
    return f"/{path}".rstrip("/") if path else ""


def main_source(clients):
    calls = "\n".join(f"        await call{client.name}(arguments[1], values)" for client in clients)
    return MAIN.format(calls=calls)
