package org.bellbuoy.server.sigma;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Documents of a YAML text, as far as it can be read. Makes maps, lists and scalars only. */
final class YamlDocuments {
  private static final int MOST_DOCUMENTS = 10_000;

  private YamlDocuments() {}

  /**
   * What was read.
   *
   * @param values documents in order
   * @param problem why the text could not be read further, null where it was read whole
   */
  record Read(List<@Nullable Object> values, @Nullable String problem) {}

  static Read read(String text) {
    List<@Nullable Object> values = new ArrayList<>();
    LoadSettings settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setAllowNonScalarKeys(false)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(1 << 21)
            .setSchema(new CoreSchema())
            .build();
    try {
      Iterator<Object> documents = new Load(settings).loadAllFromString(text).iterator();
      while (documents.hasNext()) {
        if (values.size() == MOST_DOCUMENTS) {
          return new Read(values, "more than " + MOST_DOCUMENTS + " documents");
        }
        values.add(documents.next());
      }
      return new Read(values, null);
    } catch (YamlEngineException | NumberFormatException e) {
      return new Read(values, SigmaRuleException.quote(String.valueOf(e.getMessage())));
    } catch (StackOverflowError e) {
      // The reader calls itself for each level, and a text can be nested as deep as it is long.
      return new Read(values, "nested too deep");
    }
  }
}
