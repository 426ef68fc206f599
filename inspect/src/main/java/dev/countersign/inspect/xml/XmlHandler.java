package dev.countersign.inspect.xml;

import java.io.IOException;
import java.util.Map;

/** Takes what stands in a document. */
public interface XmlHandler {
  /**
   * An element begins.
   *
   * @param name without its prefix
   * @param attributes by their names without prefixes
   * @param at its character in the document, from 0
   */
  void begins(String name, Map<String, String> attributes, long at) throws IOException;

  /** Text in the innermost element; a long one comes in several parts. */
  void text(String text, long at) throws IOException;

  /** The innermost element ends. */
  void ends(String name) throws IOException;
}
