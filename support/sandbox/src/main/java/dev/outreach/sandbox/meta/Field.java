package dev.outreach.sandbox.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One wish of a Graph {@code fields} expression, such as {@code
 * media.after(X).limit(25){id,caption}}.
 *
 * @param arguments the parenthesised modifiers by name
 * @param children the wishes in braces
 */
public record Field(String name, Map<String, String> arguments, List<Field> children) {

  /** Reads a whole expression; where it is malformed, the Graph API's syntax error is thrown. */
  public static List<Field> parse(String expression) {
    return new Parser(expression).all();
  }

  public Optional<Field> child(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
  }

  private static final class Parser {

    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    List<Field> all() {
      List<Field> fields = list();
      if (at != text.length()) {
        throw syntaxError();
      }
      return fields;
    }

    private List<Field> list() {
      List<Field> fields = new ArrayList<>();
      do {
        fields.add(field());
      } while (accept(','));
      return fields;
    }

    private Field field() {
      String name = word();
      Map<String, String> arguments = new HashMap<>();
      if (accept('(')) {
        arguments.put(name, upTo(')'));
      }
      while (accept('.')) {
        String modifier = word();
        expect('(');
        arguments.put(modifier, upTo(')'));
      }
      List<Field> children = List.of();
      if (accept('{')) {
        children = list();
        expect('}');
      }
      return new Field(name, Map.copyOf(arguments), List.copyOf(children));
    }

    private String word() {
      int start = at;
      while (at < text.length()
          && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
        at++;
      }
      if (start == at) {
        throw syntaxError();
      }
      return text.substring(start, at);
    }

    private String upTo(char end) {
      int start = at;
      int found = text.indexOf(end, at);
      if (found < 0) {
        throw syntaxError();
      }
      at = found + 1;
      return text.substring(start, found);
    }

    private boolean accept(char expected) {
      if (at < text.length() && text.charAt(at) == expected) {
        at++;
        return true;
      }
      return false;
    }

    private void expect(char expected) {
      if (!accept(expected)) {
        throw syntaxError();
      }
    }

    private GraphRefusal syntaxError() {
      return new GraphRefusal(
          GraphErrors.error(2500, "Syntax error at character " + at + " of fields"));
    }
  }
}
