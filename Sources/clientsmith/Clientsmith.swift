import ArgumentParser

@main
struct Clientsmith: ParsableCommand {}
