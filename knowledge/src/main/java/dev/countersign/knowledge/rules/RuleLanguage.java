package dev.countersign.knowledge.rules;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.countersign.model.ElementKind;
import dev.countersign.model.TrustLevel;
import java.util.List;

/** What rules can say in CEL: their variable, the trust levels and the functions over the graph. */
final class RuleLanguage {
  /** Reads a field of an element. Field selections are compiled to it: see {@link FactReads}. */
  static final String FACT = "fact";

  static final String INFLUENCERS = "influencers";
  static final String OBSERVERS = "observers";
  static final String REACHES = "reaches";
  static final String DECISIONS = "decisions";
  static final String GAINS = "gains";
  static final String NAMES = "names";

  /** Sides of elements on which influence arrives. */
  static final List<String> INFLUENCE_PORTS =
      List.of(
          "whole",
          "items",
          "labels",
          "feedback",
          "training",
          "weights",
          "input",
          "calls",
          "context",
          "configuration",
          "content",
          "supply");

  /** Sides of elements from which something can be seen. */
  static final List<String> OBSERVATION_PORTS =
      List.of("whole", "answers", "artefact", "stored", "learnt");

  private RuleLanguage() {}

  /**
   * The name under which a function is bound. A tree without types is bound by name alone, so that
   * the two forms of a function need two names.
   */
  static String bindingOf(String function, int arguments) {
    boolean graph = function.equals(INFLUENCERS) || function.equals(OBSERVERS);
    return graph && arguments == 2 ? function + "_at" : function;
  }

  /** A compiler for expressions about one element of a kind. */
  static CelCompiler compilerFor(ElementKind kind) {
    var compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(
                CelStandardMacro.EXISTS,
                CelStandardMacro.EXISTS_ONE,
                CelStandardMacro.ALL,
                CelStandardMacro.FILTER,
                CelStandardMacro.MAP,
                CelStandardMacro.MAP_FILTER)
            .setTypeProvider(new RuleTypes())
            .addVar(kind.variable(), RuleTypes.of(kind))
            .addFunctionDeclarations(functions());
    for (TrustLevel level : TrustLevel.values()) {
      compiler.addVar(level.name(), SimpleType.INT);
    }
    return compiler.build();
  }

  private static List<CelFunctionDecl> functions() {
    CelType actors = ListType.create(RuleTypes.of(ElementKind.ACTOR));
    CelType decisions = ListType.create(RuleTypes.of(ElementKind.DECISION));
    return List.of(
        function(INFLUENCERS, actors, SimpleType.DYN),
        function(INFLUENCERS + "_at", INFLUENCERS, actors, SimpleType.DYN, SimpleType.STRING),
        function(OBSERVERS, actors, SimpleType.DYN),
        function(OBSERVERS + "_at", OBSERVERS, actors, SimpleType.DYN, SimpleType.STRING),
        function(REACHES, SimpleType.BOOL, SimpleType.DYN, SimpleType.DYN),
        function(DECISIONS, decisions, SimpleType.DYN),
        function(GAINS, SimpleType.BOOL, SimpleType.DYN, SimpleType.DYN),
        function(NAMES, SimpleType.STRING, ListType.create(SimpleType.DYN)));
  }

  private static CelFunctionDecl function(String name, CelType result, CelType... arguments) {
    return function(name, name, result, arguments);
  }

  private static CelFunctionDecl function(
      String overload, String name, CelType result, CelType... arguments) {
    return CelFunctionDecl.newFunctionDeclaration(
        name, CelOverloadDecl.newGlobalOverload(overload, result, List.of(arguments)));
  }
}
