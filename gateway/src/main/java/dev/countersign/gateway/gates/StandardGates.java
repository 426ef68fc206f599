package dev.countersign.gateway.gates;

import dev.countersign.gateway.check.Checks;
import dev.countersign.gateway.check.Checks.Tools.Asking;
import dev.countersign.gateway.check.GateMaker;
import dev.countersign.gateway.check.GateSet;
import dev.countersign.gateway.config.GateConfig;
import dev.countersign.guard.input.InputGate;
import dev.countersign.guard.output.OutputGate;
import dev.countersign.guard.output.policy.Destination;
import dev.countersign.guard.profile.ProfileFile;
import dev.countersign.guard.profile.UnusableProfile;
import dev.countersign.guard.prompt.PromptGate;
import dev.countersign.guard.prompt.PromptProfile;
import dev.countersign.guard.prompt.PromptSettings;
import dev.countersign.guard.prompt.classify.ClassifierFiles;
import dev.countersign.guard.prompt.classify.PromptClassifier;
import dev.countersign.guard.prompt.ngram.NgramClassifier;
import dev.countersign.guard.tool.ToolGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The gates of {@code guard}. */
public final class StandardGates implements GateMaker {
  @Override
  public GateSet add(GateSet gates, GateConfig config, Optional<ProfileFile> profile)
      throws UnusableProfile {
    Action action = Action.of(config);
    return switch (config.gate()) {
      case INPUT ->
          gates.withInputs(
              new InputRows(
                  InputGate.withoutModel(needed(profile).profile(), gates.fail()), action));
      case PROMPT -> gates.withPrompts(new PromptTexts(prompt(config, profile), action));
      case OUTPUT -> output(gates, config, profile, action);
      case TOOL -> tools(gates, config, ToolGate.of(needed(profile)), action);
    };
  }

  private static GateSet tools(GateSet gates, GateConfig config, ToolGate gate, Action action) {
    Asking asking =
        switch (config.options().getOrDefault("ask", "reject")) {
          case "flag" -> Asking.FLAG;
          case "elicit" -> Asking.ELICIT;
          default -> Asking.REJECT;
        };
    return gates
        .withCalls(new ToolCalls(gate, asking == Asking.FLAG, action))
        .withTools(new Checks.Tools(gate, action.most(), asking));
  }

  private static PromptGate prompt(GateConfig config, Optional<ProfileFile> profile)
      throws UnusableProfile {
    String file = config.options().get(GateConfig.CLASSIFIER);
    try {
      PromptClassifier classifier =
          file == null ? NgramClassifier.shipped() : ClassifierFiles.open(Path.of(file));
      return profile.isPresent()
          ? PromptProfile.of(profile.get().profile()).gate(classifier)
          : PromptGate.of(classifier, PromptSettings.STANDARD);
    } catch (IOException | IllegalStateException wrong) {
      throw new UnusableProfile(String.valueOf(wrong.getMessage()));
    }
  }

  private static GateSet output(
      GateSet gates, GateConfig config, Optional<ProfileFile> profile, Action action)
      throws UnusableProfile {
    String word = config.options().getOrDefault("destination", Destination.MARKDOWN.word());
    Destination destination =
        Destination.of(word)
            .orElseThrow(() ->
                new UnusableProfile(
                    "No output goes to a destination \"%s\". Name one of those in docs/guard-output.md."
                        .formatted(word)));
    OutputGate gate =
        profile.isPresent() ? OutputGate.of(profile.get().profile()) : OutputGate.standard();
    return gates
        .withTexts(new OutputTexts(gate, destination, action))
        .withNumbers(new OutputNumbers(gate, destination, action));
  }

  private static ProfileFile needed(Optional<ProfileFile> profile) throws UnusableProfile {
    return profile.orElseThrow(() -> new UnusableProfile("The gate has no profile."));
  }
}
