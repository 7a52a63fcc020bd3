# Flags for builds that nobody debugs, to be sourced: no debug information, no index of the system's modules, and one run of the compiler for a module. They halve
# the time. Tests on Linux are found through the index, so there must be one.
quick=(-debug-info-format none -Xswiftc -wmo -Xswiftc -num-threads -Xswiftc 2 -Xswiftc -index-ignore-system-modules)
