package dev.countersign.discover.detect;

import dev.countersign.discover.Detail;
import dev.countersign.discover.Detector;
import dev.countersign.discover.Findings;
import dev.countersign.discover.What;
import dev.countersign.discover.code.Call;
import dev.countersign.discover.code.Code;
import dev.countersign.discover.code.Language;
import dev.countersign.discover.code.Text;
import dev.countersign.discover.lexicon.CallWord;
import dev.countersign.discover.lexicon.CallWords;
import dev.countersign.discover.tree.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a model can call: decorated functions, ready-made tools, schemas of functions. */
public final class ToolDetector implements Detector {
  /** Calls that make a tool, named by an argument or by what they are assigned to. */
  private static final Set<String> MAKERS =
      Set.of(
          "tool",
          "StructuredTool",
          "StructuredTool.from_function",
          "FunctionTool.from_defaults",
          "FunctionTool",
          "DynamicStructuredTool",
          "DynamicTool",
          "registerTool",
          "server.tool",
          "createTool",
          "Tool",
          "addTool",
          "mcp.NewTool",
          "NewTool",
          "betaZodTool",
          "function_tool");

  /** Makers that are given one object. */
  private static final Set<String> SCHEMAS = Set.of("tool", "createTool", "betaZodTool");

  @Override
  public boolean wants(Source source) {
    return Language.of(source.extension()).isPresent();
  }

  @Override
  public void detect(Source source, Findings findings) {
    boolean mcp = Imported.kind(source, "mcp");
    boolean agent = mcp || Imported.kind(source, "agent") || Imported.kind(source, "hosted-client");
    for (Code.Function function : source.code().functions()) {
      decorated(function, agent, mcp, findings);
    }
    for (Call call : source.code().calls()) {
      CallWords.find(CallWords.TOOLS, call.resolved())
          .ifPresent(word -> readyMade(call, word, findings));
      if (agent && !call.decorator() && CallWords.has(MAKERS, call.path())) {
        made(call, source, mcp, findings);
      }
    }
    schemas(source.code().texts(), findings);
  }

  private static void decorated(
      Code.Function function, boolean agent, boolean mcp, Findings findings) {
    for (String decorator : function.decorators()) {
      if (agent && CallWords.has(CallWords.TOOL_DECORATORS, decorator)) {
        own(function.name(), function.line(), mcp && offers(decorator), findings);
        return;
      }
    }
  }

  /** {@code @mcp.tool} offers the function to others; {@code @tool} gives it to a model here. */
  private static boolean offers(String decorator) {
    return decorator.indexOf('.') > 0 && !decorator.startsWith("agent");
  }

  private static void made(Call call, Source source, boolean mcp, Findings findings) {
    // In tool({...}) of scripts the first string is any of the object's.
    boolean script = source.code().language().filter(Language.SCRIPT::equals).isPresent();
    Optional<String> first =
        script && SCHEMAS.contains(call.path()) ? Optional.empty() : call.first();
    Optional<String> name = call.text("name").or(() -> first).or(() -> assigned(call, source));
    name.filter(ToolDetector::isName)
        .ifPresent(text -> own(text, call.line(), mcp && call.path().indexOf('.') > 0, findings));
  }

  /**
   * {@code const findShoes = tool({...})}; in Python a tool that is called is assigned likewise.
   */
  private static Optional<String> assigned(Call call, Source source) {
    return source.code().language().filter(Language.SCRIPT::equals).map(_ -> call.target());
  }

  private static void own(String name, int line, boolean offered, Findings findings) {
    findings
        .at(What.TOOL, name, line)
        .with(Detail.ORIGIN, "own")
        .with(Detail.OFFERED_BY, offered ? "own" : "")
        .likely();
  }

  private static void readyMade(Call call, CallWord word, Findings findings) {
    findings
        .at(What.TOOL, call.name(), call.line())
        .with(Detail.EFFECT, word.effect())
        .with(Detail.ORIGIN, word.origin())
        .with(Detail.SUPPLIER, word.supplier())
        .likely();
  }

  /** {@code {"type": "function", "function": {"name": "get_weather", ...}}}. */
  private static void schemas(List<Text> texts, Findings findings) {
    for (int i = 0; i + 1 < texts.size(); i++) {
      boolean function =
          texts.get(i).value().equals("function") && texts.get(i).key().equals("type");
      for (int j = i + 1; function && j < Math.min(texts.size(), i + 6); j++) {
        if (texts.get(j).key().equals("name") && isName(texts.get(j).value())) {
          own(texts.get(j).value(), texts.get(j).line(), false, findings);
          break;
        }
      }
    }
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= 64
        && text.chars()
            .allMatch(c ->
                c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ' '));
  }
}
