"""The Swift program that calls the operations of generated clients, written from their models (`clientsmith model`)."""

import json

from .answers import Responses
from .values import FULL, REQUIRED, Arguments, Unmakeable, adapted

KEYWORDS = {"inout", "var", "let"}
# Arguments: the URL of the server, the plan, and the clients to be called, all of them where none is named.
MAIN = """\
import Foundation

@main struct Calls {{
    static func main() async throws {{
        let arguments = CommandLine.arguments
        let wanted = Set(arguments.dropFirst(3))
        let plan = try JSONDecoder().decode(Plan.self, from: try Data(contentsOf: URL(filePath: arguments[2])))
{calls}
    }}
}}
"""
OPERATIONS_IN_A_FUNCTION = 40


class Client:
    """One client: its calls as Swift, the values they need, the responses they get, and what could not be called."""

    def __init__(self, name, document, model, limit):
        self.name = name
        self.model = model
        self.arguments = Arguments(document)
        self.answers = Responses(document, self.arguments.sampler, model.get("types", []))
        self.values = {}
        self.calls = {}
        self.responses = {}
        self.contradicted = {}
        self.without = []
        self.lines = []
        operations = [(group, item) for group in model.get("groups", ()) for item in group.get("operations", ())]
        step = max(1, -(-len(operations) // limit)) if limit else 1
        for group, operation in operations[::step]:
            self.add_operation(group, operation)

    def add_operation(self, group, operation):
        """Calls with every argument and with the required ones, which share the responses between them."""
        place, _ = self.arguments.places.get((operation["method"], operation["path"]), (None, None))
        if place is None:
            return self.without.append((operation["id"], "not found in the document"))
        called = [key for mode in (FULL, REQUIRED) if (key := self.add(group, operation, place, mode))]
        if not called:
            return None
        for number, response in enumerate(self.answers.of(place, operation)):
            self.responses[called[number % len(called)]].append(response)
        return None

    def add(self, group, operation, place, mode):
        """The key of the new call, or nothing where no argument can be made."""
        variant = f" ({operation['variant']})" if "variant" in operation else ""
        key = f"{self.name}.{operation['method']} {operation['path']}{variant}.{mode}"
        self.arguments.contradicted = self.arguments.placeless(place, operation["path"])
        try:
            arguments = self.list(key, place, operation, mode)
        except Unmakeable:
            self.without.append((key, "no value could be made"))
            return None
        call = f"client.{group['name']}.`{operation['name']}`({', '.join(arguments)})"
        self.lines.append(f"await plan.call({swift(key)}) {{ try await {call} }}")
        self.calls[key] = {"operation": operation["id"], "path": operation["path"]}
        self.responses[key] = []
        self.contradicted[key] = list(dict.fromkeys(self.arguments.contradicted))
        return key

    def list(self, key, place, operation, mode):
        in_path, others = [], []
        for number, parameter in enumerate(operation.get("parameters", ())):
            if not parameter.get("isRequired") and mode == REQUIRED:
                continue
            try:
                value = self.arguments.parameter(place, parameter["wireName"], parameter["location"], mode)
            except Unmakeable:
                if parameter.get("isRequired"):
                    raise
                continue
            name = f"`{parameter['name']}`" if parameter["name"] in KEYWORDS else parameter["name"]
            arguments = in_path if parameter["location"] == "path" else others
            arguments.append(f"{name}: {self.keep(f'{key}.{number}', value, parameter['type'])}")
        if argument := operation.get("serverArgument"):
            others.append(f'{argument}: .init("\\(url){base_path(operation["servers"][0])}")')
        body = operation.get("body")
        sent = [self.body(key, place, body, mode)] if body and (body.get("isRequired") or mode == FULL) else []
        return in_path + sent + others

    def body(self, key, place, body, mode):
        contents = body["contents"]
        wanted = [index for index, content in enumerate(contents) if content["mediaType"]["kind"] == "json"]
        index = (wanted or [0])[0]
        content = contents[index]
        media, kind = content["mediaType"]["text"], content["mediaType"]["kind"]
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
        self.values[key] = json.dumps(adapted(value, kind, self.model.get("types", [])))
        return f"try plan({swift(key)})"

    def source(self):
        servers = self.model.get("servers")
        schemes = [scheme for scheme in self.model.get("securitySchemes", ()) if scheme["kind"] != "mutualTLS"]
        credentials = [f'{scheme["name"]}: Credential("user:secret")' for scheme in schemes]
        base = base_path(servers[0]) if servers else ""
        server = f'server: .init("\\(url){base}")'
        first = bool(servers) and "://" in default_url(servers[0])
        arguments = [*credentials, server] if first else [server, *credentials]
        made = f"{self.name}({', '.join([*arguments, 'transport: KeyedTransport()'])})"
        parts = [self.lines[at : at + OPERATIONS_IN_A_FUNCTION] for at in range(0, len(self.lines), OPERATIONS_IN_A_FUNCTION)]
        calls = "".join(f"    await {self.name}Calls{number}(url, plan, client)\n" for number in range(len(parts)))
        functions = "".join(
            f"\nprivate func {self.name}Calls{number}(_ url: String, _ plan: Plan, _ client: {self.name}) async {{\n"
            + "".join(f"    {line}\n" for line in part)
            + "}\n"
            for number, part in enumerate(parts)
        )
        return (
            f"import CallClientsRuntime\nimport Foundation\nimport {self.name}\n\n"
            f"func call{self.name}(_ url: String, _ plan: Plan) async {{\n    let client = {made}\n{calls}}}\n{functions}"
        )


def swift(text: str) -> str:
    """A string literal."""
    return json.dumps(text, ensure_ascii=False)


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
    calls = "\n".join(
        f'        if wanted.isEmpty || wanted.contains("{client.name}") {{ await call{client.name}(arguments[1], plan) }}'
        for client in clients
    )
    return MAIN.format(calls=calls)
