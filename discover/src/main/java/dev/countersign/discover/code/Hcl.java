package dev.countersign.discover.code;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the blocks of Terraform: their types, labels and the attributes that are texts, also those
 * of blocks within. {@code var.x} and {@code local.x} stand for the default that the same file
 * gives. One pass over the file's tokens; comments, here-documents and expressions are passed over.
 */
public final class Hcl {
  private static final int DEEPEST = 50;

  private final List<Token> tokens;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();

  private Hcl(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * A block at the top of a file.
   *
   * @param type its first word: {@code resource}
   * @param labels what stands in quotes behind it
   * @param line where it starts
   * @param attributes by key, those of blocks within it by their path: {@code model.name}
   */
  public record Block(String type, List<String> labels, int line, Map<String, String> attributes) {
    public Block {
      labels = List.copyOf(labels);
      attributes = Map.copyOf(attributes);
    }

    /** An attribute that is a text. */
    public Optional<String> attribute(String path) {
      return Optional.ofNullable(attributes.get(path));
    }
  }

  /** The blocks at the top of a text, in order, with variables put in place. */
  public static List<Block> blocks(String text) {
    Hcl hcl = new Hcl(new Lexer(text, Language.HCL, Lexer.EVERY_LINE).tokens());
    hcl.read();
    return hcl.blocks.stream().map(hcl::resolved).toList();
  }

  private void read() {
    int at = 0;
    while (at < tokens.size()) {
      int open = open(at);
      at = open < 0 ? at + 1 : block(at, open);
    }
  }

  /** Where the block that starts here opens; -1 if none does. */
  private int open(int at) {
    if (tokens.get(at).kind() != Token.Kind.NAME) {
      return -1;
    }
    int next = at + 1;
    while (next < tokens.size() && tokens.get(next).isString()) {
      next++;
    }
    return next < tokens.size() && tokens.get(next).is("{") ? next : -1;
  }

  private int block(int at, int open) {
    List<String> labels = new ArrayList<>();
    tokens.subList(at + 1, open).forEach(label -> labels.add(label.text()));
    Map<String, String> attributes = new HashMap<>();
    int end = body(open, attributes);
    String type = tokens.get(at).text();
    blocks.add(new Block(type, labels, tokens.get(at).line(), attributes));
    remember(type, labels, attributes);
    return end;
  }

  /** Reads up to the brace that closes the block, and tells what comes behind it. */
  private int body(int open, Map<String, String> attributes) {
    Deque<String> path = new ArrayDeque<>();
    path.addLast("");
    int at = open + 1;
    while (at < tokens.size() && !path.isEmpty()) {
      Token token = tokens.get(at);
      if (token.is("{")) {
        path.addLast(path.size() < DEEPEST ? path.getLast() + nameBefore(at) : path.getLast());
      } else if (token.is("}")) {
        path.removeLast();
      } else if (isValue(at)) {
        attributes.putIfAbsent(path.getLast() + tokens.get(at - 2).text(), written(token));
      }
      at++;
    }
    return at;
  }

  private String nameBefore(int brace) {
    int name = tokens.get(brace - 1).is("=") ? brace - 2 : brace - 1;
    return name > 0 && tokens.get(name).kind() == Token.Kind.NAME
        ? tokens.get(name).text() + "."
        : "";
  }

  private boolean isValue(int at) {
    Token token = tokens.get(at);
    boolean key = tokens.get(at - 2).kind() == Token.Kind.NAME || tokens.get(at - 2).isString();
    return tokens.get(at - 1).is("=") && key && (token.isString() || isReference(token));
  }

  private static boolean isReference(Token token) {
    return token.kind() == Token.Kind.NAME
        && (token.text().startsWith("var.") || token.text().startsWith("local."));
  }

  /** References keep a sign that no text of one line holds, until all of the file is known. */
  private static String written(Token token) {
    return token.isString() ? token.text() : "\n" + token.text();
  }

  private void remember(String type, List<String> labels, Map<String, String> attributes) {
    if (type.equals("variable") && labels.size() == 1 && attributes.containsKey("default")) {
      values.put("var." + labels.getFirst(), attributes.get("default"));
    } else if (type.equals("locals")) {
      attributes.forEach((key, value) -> values.put("local." + key, value));
    }
  }

  private Block resolved(Block block) {
    Map<String, String> attributes = new HashMap<>();
    block.attributes().forEach((key, value) -> attributes.put(key, value(value)));
    return new Block(block.type(), block.labels(), block.line(), attributes);
  }

  private String value(String written) {
    if (written.startsWith("${") && written.endsWith("}")) {
      return values.getOrDefault(written.substring(2, written.length() - 1).strip(), written);
    }
    boolean reference = written.startsWith("\n");
    String name = reference ? written.substring(1) : "";
    return reference ? values.getOrDefault(name, name).replace("\n", "") : written;
  }
}
