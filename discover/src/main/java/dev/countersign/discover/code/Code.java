package dev.countersign.discover.code;

import dev.countersign.discover.tree.Source;
import java.util.List;
import java.util.Optional;

/**
 * What the code in a file imports, calls and names.
 *
 * @param language its family; empty where the file holds no code that is read
 * @param imports in order
 * @param calls in order
 * @param texts its strings in order
 * @param functions functions that are declared, with their decorators' names
 * @param constants names that look like constants of models, by their last part
 */
public record Code(
    Optional<Language> language,
    List<Import> imports,
    List<Call> calls,
    List<Text> texts,
    List<Function> functions,
    List<Text> constants) {
  private static final Code NONE =
      new Code(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Code {
    imports = List.copyOf(imports);
    calls = List.copyOf(calls);
    texts = List.copyOf(texts);
    functions = List.copyOf(functions);
    constants = List.copyOf(constants);
  }

  /**
   * A function or class that is declared.
   *
   * @param name its name
   * @param line where
   * @param decorators what decorates it, with dots
   * @param parents of a class, what it extends
   */
  public record Function(String name, int line, List<String> decorators, List<String> parents) {
    public Function {
      decorators = List.copyOf(decorators);
      parents = List.copyOf(parents);
    }
  }

  /** Reads a file; of a notebook its code cells. */
  public static Code of(Source source) {
    return Language.of(source.extension()).map(language -> read(source, language)).orElse(NONE);
  }

  private static Code read(Source source, Language language) {
    if (source.extension().equals("ipynb")) {
      Notebook notebook = Notebook.of(source.text());
      return read(notebook.code(), language, notebook.lines());
    }
    return read(source.text(), language, Lexer.EVERY_LINE);
  }

  private static Code read(String text, Language language, int[] lines) {
    List<Token> tokens = new Lexer(text, language, lines).tokens();
    return new Reader(tokens, language).read();
  }
}
