// The bare event loop of libyaml over a file: what any reader of YAML takes at least.
//
//     events FILE
#include <stdio.h>
#include <yaml.h>

int main(int count, char **arguments) {
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file) {
        fprintf(stderr, "usage: events FILE\n");
        return 64;
    }
    yaml_parser_t parser;
    yaml_event_t event;
    long events = 0;
    yaml_event_type_t type;
    if (!yaml_parser_initialize(&parser)) return 70;
    yaml_parser_set_input_file(&parser, file);
    do {
        if (!yaml_parser_parse(&parser, &event)) {
            fprintf(stderr, "%s: line %zu: %s\n", arguments[1], parser.problem_mark.line + 1, parser.problem);
            return 65;
        }
        type = event.type;
        yaml_event_delete(&event);
        events++;
    } while (type != YAML_STREAM_END_EVENT);
    yaml_parser_delete(&parser);
    fclose(file);
    printf("%ld\n", events);
    return 0;
}
