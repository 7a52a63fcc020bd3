import Conformance
print(Server.shared.origins)
