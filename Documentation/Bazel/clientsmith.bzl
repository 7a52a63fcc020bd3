"""Clients of OpenAPI documents, as Swift sources whose names do not depend on the documents."""

_SOURCES = (
    ["GeneratedClients.swift"] +
    ["GeneratedOperations%d.swift" % number for number in range(1, 5)] +
    ["GeneratedTypes%d.swift" % number for number in range(1, 9)]
)

# Written beside the sources, and nothing a compiler takes.
_OTHERS = [".gitattributes", "clientsmith.json"]

def _clientsmith_sources_impl(ctx):
    folder = ctx.label.name
    sources = [ctx.actions.declare_file(folder + "/" + name) for name in _SOURCES]
    others = [ctx.actions.declare_file(folder + "/" + name) for name in _OTHERS]
    arguments = ctx.actions.args()
    arguments.add("generate")
    arguments.add("--frozen-names")
    arguments.add("--config", ctx.file.config)
    arguments.add("--output", sources[0].dirname)
    arguments.add("--layout", "fixed")
    arguments.add("--runtime", ctx.attr.runtime)
    arguments.add("--quiet")
    ctx.actions.run(
        executable = ctx.executable.tool,
        arguments = [arguments],
        inputs = [ctx.file.config] + ctx.files.documents,
        outputs = sources + others,
        mnemonic = "Clientsmith",
        progress_message = "Generating clients for %{label}",
    )
    return [DefaultInfo(files = depset(sources)), OutputGroupInfo(others = depset(others))]

clientsmith_sources = rule(
    implementation = _clientsmith_sources_impl,
    doc = "The sources of the clients a configuration asks for.",
    attrs = {
        "config": attr.label(
            doc = "The configuration; documents, overlays and templates are named relative to it.",
            allow_single_file = [".yaml", ".yml", ".json"],
            mandatory = True,
        ),
        "documents": attr.label_list(
            doc = "Every other file the run may read.",
            allow_files = True,
            mandatory = True,
        ),
        "runtime": attr.string(
            doc = "The module the clients import their runtime from.",
            default = "ClientRuntime",
        ),
        "tool": attr.label(
            doc = "The program.",
            allow_single_file = True,
            cfg = "exec",
            default = Label("//tools:clientsmith"),
            executable = True,
        ),
    },
)
