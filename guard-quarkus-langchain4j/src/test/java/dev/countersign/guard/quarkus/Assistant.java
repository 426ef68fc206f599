package dev.countersign.guard.quarkus;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import io.quarkiverse.langchain4j.RegisterAiService;
import io.quarkiverse.langchain4j.ToolBox;
import java.util.function.Supplier;

/** An AI service, with a model that says what it was told to. */
@RegisterAiService(chatLanguageModelSupplier = Assistant.Scripted.class)
public interface Assistant {
  /** An answer. */
  @ToolBox(Bank.class)
  String chat(@MemoryId String memory, @UserMessage String message);

  /** Of that model. */
  class Scripted implements Supplier<ChatModel> {
    @Override
    public ChatModel get() {
      return ScriptedModel.INSTANCE;
    }
  }
}
