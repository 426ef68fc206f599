package dev.countersign.report.diagram.svg;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How styles get into the picture. */
public enum Paint {
  /**
   * A style sheet with custom properties: light or dark as the reader's surroundings are, and a
   * page around it may choose its own colours.
   */
  SCREEN,
  /** Light colours written on every part, for programs that know no custom properties. */
  PRINT;

  /** The class of the picture, by which its style sheet keeps to itself. */
  static final String CLASS = "countersign-diagram";

  /** Attributes that give a part its style; the map may be added to. */
  Map<String, String> of(Style style, boolean faded) {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (this == SCREEN) {
      attributes.put("class", style.word());
    } else {
      attributes.putAll(style.properties(faded ? Colour::pale : Colour::light));
    }
    return attributes;
  }

  /**
   * How semi-bold is asked for: Batik, which draws for PDF, finds the font by the weight of bold.
   */
  String semiBold() {
    return this == SCREEN ? "600" : "700";
  }

  /** The style sheet; empty where every part has its own attributes. */
  String sheet() {
    if (this == PRINT) {
      return "";
    }
    String light = properties(Colour::light);
    String dark = properties(Colour::dark);
    String rules = Arrays.stream(Style.values()).map(Paint::rule).collect(Collectors.joining("\n"));
    return "."
        + CLASS
        + "{"
        + light
        + "max-width:100%;height:auto}\n@media (prefers-color-scheme:dark){."
        + CLASS
        + "{"
        + dark
        + "}}\n"
        + rules
        + "\n";
  }

  private static String properties(Function<Colour, String> colours) {
    return Arrays.stream(Colour.values())
        .filter(colour -> colour != Colour.NONE)
        .map(colour -> colour.property() + ":" + colours.apply(colour) + ";")
        .collect(Collectors.joining());
  }

  private static String rule(Style style) {
    return "."
        + CLASS
        + " ."
        + style.word()
        + style.properties(Paint::variable).entrySet().stream()
            .map(property -> property.getKey() + ":" + property.getValue())
            .collect(Collectors.joining(";", "{", "}"));
  }

  private static String variable(Colour colour) {
    return colour == Colour.NONE ? "none" : "var(" + colour.property() + ")";
  }
}
