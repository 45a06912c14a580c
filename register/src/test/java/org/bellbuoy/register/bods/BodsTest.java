package org.bellbuoy.register.bods;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bellbuoy.core.reject.Reject;
import org.bellbuoy.register.exchange.Loaded;
import org.bellbuoy.register.model.Basis;
import org.bellbuoy.register.model.Party;
import org.bellbuoy.register.model.PartyKind;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.UnspecifiedReason;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements of BODS 0.4, held against the standard's own examples and schemas. */
class BodsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static Optional<Path> data() {
    Path root = Path.of(System.getProperty("bellbuoy.root", "."));
    return Optional.of(root.resolve("../shared/data/register/bods")).filter(Files::isDirectory);
  }

  static List<Path> files() throws IOException {
    Path data = data().orElse(null);
    if (data == null) {
      return List.of(Path.of("absent"));
    }
    List<Path> all = new ArrayList<>();
    for (String folder : List.of("examples", "fixtures")) {
      try (Stream<Path> files = Files.list(data.resolve(folder))) {
        files.sorted().forEach(all::add);
      }
    }
    return all;
  }

  private record Read(Loaded loaded, List<Reject> rejects) {
    Register register() {
      return Register.of(loaded.sources(), loaded.entities(), loaded.roles());
    }
  }

  private static Read read(String json) {
    List<Reject> rejects = new ArrayList<>();
    try {
      Loaded loaded =
          BodsReader.read(
              new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
              "test.json",
              0,
              rejects::add);
      return new Read(loaded, rejects);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema schema() throws IOException {
    Path data = data().orElse(null);
    Assumptions.assumeTrue(data != null, "The schemas of BODS are not here.");
    Map<String, String> schemas = new HashMap<>();
    for (String name : List.of("statement", "components", "entity", "person", "relationship")) {
      boolean record = !name.equals("statement") && !name.equals("components");
      Path file = data.resolve("schema/" + name + (record ? "-record" : "") + ".json");
      schemas.put("urn:" + name, Files.readString(file));
    }
    return JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012, b -> b.schemaLoaders(l -> l.schemas(schemas)))
        .getSchema(SchemaLocation.of("urn:statement"));
  }

  private static boolean isValid(JsonSchema schema, JsonNode statements) {
    return schema
        .validate(
            statements.toString(),
            InputFormat.JSON,
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void everyStatementOfTheStandardsExamplesIsReadAndWrittenAsItWas(Path file) throws IOException {
    Assumptions.assumeTrue(Files.exists(file), "The examples of BODS are not here.");
    JsonNode statements = MAPPER.readTree(file.toFile());
    Read read = read(statements.toString());
    assertThat(read.rejects()).isEmpty();
    BodsWriter.Written written = BodsWriter.write(read.register(), "2026-01-01");
    assertThat(written.dropped().isEmpty()).as(written.dropped().lines().toString()).isTrue();
    assertThat(byId(written.statements())).hasSize(statements.size()).isEqualTo(byId(statements));
    assertThat(isValid(schema(), written.statements())).isTrue();
  }

  private static Map<String, JsonNode> byId(JsonNode statements) throws IOException {
    Map<String, JsonNode> all = new HashMap<>();
    for (JsonNode one : statements) {
      // Numbers are compared by their text without trailing zeros.
      all.put(
          one.path("statementId").asText(),
          MAPPER.readTree(one.toString().replaceAll("(\\d)\\.0+(?=[,}\\]])", "$1")));
    }
    return all;
  }

  @Test
  void theSampleOfThreeHundredStatementsGivesItsPartiesAndShares() throws IOException {
    Path data = data().orElse(null);
    Assumptions.assumeTrue(data != null, "The sample is not here.");
    Read read = read(Files.readString(data.resolve("fixtures/sample_300_statements.json")));
    assertThat(read.rejects()).isEmpty();
    Register register = read.register();
    assertThat(register.parties()).hasSize(200);
    assertThat(register.parties().stream().filter(p -> p.kind() == PartyKind.PERSON)).hasSize(100);
    assertThat(register.roles())
        .hasSize(100)
        .allMatch(role -> role.basis() == Basis.SHAREHOLDING && role.share() != null);
  }

  @Test
  void aStatementWithOneThingWrongIsCalledWrongWhereTheStandardsSchemasCallItWrong()
      throws IOException {
    JsonSchema schema = schema();
    List<JsonNode> good = new ArrayList<>();
    for (Path file : files()) {
      MAPPER.readTree(file.toFile()).forEach(good::add);
    }
    SplittableRandom random = new SplittableRandom(20260);
    int wrong = 0;
    for (int i = 0; i < 3_000; i++) {
      ObjectNode statement = good.get(random.nextInt(good.size())).deepCopy();
      String change = spoil(statement, random);
      ArrayNode list = MAPPER.createArrayNode().add(statement);
      List<String> told = new ArrayList<>();
      BodsShapes.STATEMENT.check(statement, "", (path, sentence) -> told.add(path + sentence));
      boolean valid = isValid(schema, list);
      wrong += valid ? 0 : 1;
      assertThat(told.isEmpty()).as("%s in %s: %s", change, statement, told).isEqualTo(valid);
    }
    assertThat(wrong).as("spoiled ones that the schemas refuse").isBetween(1_000, 2_900);
  }

  /** Takes away, or puts another value in the place of, one value anywhere. */
  private static String spoil(ObjectNode statement, SplittableRandom random) {
    List<Runnable> changes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<JsonNode> values =
        List.of(
            JsonNodeFactory.instance.textNode("other"),
            JsonNodeFactory.instance.textNode(""),
            JsonNodeFactory.instance.textNode("2025-02-30"),
            JsonNodeFactory.instance.textNode("entity"),
            JsonNodeFactory.instance.numberNode(101),
            JsonNodeFactory.instance.numberNode(50),
            JsonNodeFactory.instance.numberNode(-1),
            JsonNodeFactory.instance.booleanNode(true),
            JsonNodeFactory.instance.nullNode(),
            JsonNodeFactory.instance.arrayNode(),
            JsonNodeFactory.instance.objectNode());
    collect(statement, "", changes, names, values, random);
    int which = random.nextInt(changes.size());
    changes.get(which).run();
    return names.get(which);
  }

  private static void collect(
      JsonNode node,
      String path,
      List<Runnable> changes,
      List<String> names,
      List<JsonNode> values,
      SplittableRandom random) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                String name = field.getKey();
                JsonNode value = values.get(random.nextInt(values.size()));
                changes.add(() -> object.set(name, value));
                names.add(path + "/" + name + " = " + value);
                changes.add(() -> object.remove(name));
                names.add(path + "/" + name + " removed");
                collect(field.getValue(), path + "/" + name, changes, names, values, random);
              });
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        collect(list.get(i), path + "/" + i, changes, names, values, random);
      }
    }
  }

  private static String entity(String record, String day, String more) {
    return """
        {"statementId":"%s","declarationSubject":"%s","statementDate":"%s","recordId":"%s",\
        "recordType":"entity","recordDetails":{"isComponent":false,\
        "entityType":{"type":"registeredEntity"},"name":"%s"%s}}"""
        .formatted(pad("s-" + record + day), record, day, record, record, more);
  }

  private static String owns(String id, String day, String holder, String target, String interest) {
    return """
        {"statementId":"%s","declarationSubject":%s,"statementDate":"%s","recordId":"r-%s",\
        "recordType":"relationship","recordDetails":{"isComponent":false,"subject":%s,\
        "interestedParty":%s,"interests":[%s]}}"""
        .formatted(pad(id + day), target, day, id, target, holder, interest);
  }

  private static String pad(String id) {
    return id + "-".repeat(40 - id.length());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "over a hundred; \"A\"; {\"type\":\"shareholding\",\"share\":{\"exact\":120}};"
            + " /share/exact: must lie between 0 and 100 and is 120",
        "range upside down; \"A\";"
            + " {\"type\":\"shareholding\",\"share\":{\"minimum\":60,\"maximum\":40}};"
            + " the least share (60) is not below the largest (40)",
        "dates reversed; \"A\";"
            + " {\"type\":\"shareholding\",\"startDate\":\"2024-01-01\",\"endDate\":\"2023-01-01\"};"
            + " ends on 2023-01-01, before it begins on 2024-01-01",
        "unknown record; \"Z\"; {\"type\":\"shareholding\"};"
            + " /recordDetails/interestedParty: no statement of this file is of record 'Z'",
        "unknown word; \"A\"; {\"type\":\"ownership\"}; /interests/0/type: must be one of",
      })
  void whatCannotBeIsARejectWithPlaceFieldAndValue(
      String what, String holder, String interest, String sentence) {
    Read read =
        read(
            "["
                + entity("A", "2020-01-01", "")
                + ",\n"
                + entity("B", "2020-01-01", "")
                + ",\n"
                + owns("x", "2020-01-01", holder, "\"B\"", interest)
                + "]");
    assertThat(read.loaded().entities()).hasSize(2);
    assertThat(read.loaded().roles()).isEmpty();
    assertThat(read.rejects()).hasSize(1);
    Reject reject = read.rejects().getFirst();
    assertThat(reject.detail()).contains(sentence).contains(pad("x2020-01-01"));
    assertThat(reject.line()).isEqualTo(3);
    assertThat(reject.offset()).isPositive();
  }

  @Test
  void twoStatementsOfOneIdAndARecordOfTwoTypesAreRejects() {
    String first = entity("A", "2020-01-01", "");
    String person =
        entity("A", "2021-01-01", "")
            .replace("\"entity\"", "\"person\"")
            .replace(
                "\"entityType\":{\"type\":\"registeredEntity\"}", "\"personType\":\"knownPerson\"")
            .replace(",\"name\":\"A\"", "");
    Read read = read("[" + first + "," + first + "," + person + "]");
    assertThat(read.rejects())
        .extracting(Reject::reason)
        .containsExactly("statement-twice", "record-of-two-types");
    assertThat(read.loaded().entities()).hasSize(1);
  }

  @Test
  void aLaterStatementOfARecordEndsTheEarlierAndBothAreWrittenAsTheyWere() throws IOException {
    String json =
        "["
            + String.join(
                ",",
                entity("A", "2020-01-01", ""),
                entity("B", "2020-01-01", ""),
                owns(
                    "x",
                    "2020-01-01",
                    "\"A\"",
                    "\"B\"",
                    "{\"type\":\"shareholding\",\"startDate\":\"2019-05-01\",\"share\":{\"exact\":60}}"),
                owns(
                    "x",
                    "2022-07-01",
                    "\"A\"",
                    "\"B\"",
                    "{\"type\":\"shareholding\",\"startDate\":\"2019-05-01\",\"share\":{\"exact\":40}}"))
            + "]";
    Read read = read(json);
    assertThat(read.rejects()).isEmpty();
    assertThat(shares(read.register().asOf(LocalDate.parse("2021-01-01")))).containsExactly("60 %");
    assertThat(shares(read.register().asOf(LocalDate.parse("2023-01-01")))).containsExactly("40 %");
    assertThat(shares(read.register().asOf(LocalDate.parse("2019-01-01")))).isEmpty();
    assertThat(byId(BodsWriter.write(read.register(), "2026-01-01").statements()))
        .isEqualTo(byId(MAPPER.readTree(json)));
  }

  private static List<String> shares(Register register) {
    return register.roles().stream().map(role -> String.valueOf(role.share())).toList();
  }

  @Test
  void somebodyWhomNobodyNamesIsUnknownWithTheReasonAndAnotherOneEachTime() {
    String unknown = "{\"reason\":\"subjectExemptFromDisclosure\"}";
    Read read =
        read(
            "["
                + entity("A", "2020-01-01", "")
                + ","
                + owns("x", "2020-01-01", unknown, "\"A\"", "{\"type\":\"unknownInterest\"}")
                + ","
                + owns("y", "2020-01-01", unknown, "\"A\"", "{\"type\":\"unknownInterest\"}")
                + "]");
    List<Party> holders =
        read.register().roles().stream()
            .map(Role::holder)
            .map(id -> read.register().party(id).orElseThrow())
            .toList();
    assertThat(holders)
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(party -> party.kind() == PartyKind.UNKNOWN)
        .allMatch(party -> party.reason() == UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE);
  }

  @Test
  void aFileThatBreaksOffKeepsWhatCameBeforeAndSaysWhere() {
    String whole = "[" + entity("A", "2020-01-01", "") + ",\n" + entity("B", "2020-01-01", "");
    Read read = read(whole.substring(0, whole.length() - 20));
    assertThat(read.loaded().entities()).extracting(e -> e.id()).containsExactly("A");
    assertThat(read.rejects()).hasSize(1);
    assertThat(read.rejects().getFirst().detail()).contains("is no JSON from here on");
    assertThat(read.rejects().getFirst().line()).isEqualTo(2);
  }

  @Test
  void spoiledBytesNeverStopTheReaderAndEachIsTold() throws IOException {
    String good =
        "["
            + entity("A", "2020-01-01", "")
            + ","
            + entity("B", "2020-01-01", "")
            + ","
            + owns("x", "2020-01-01", "\"A\"", "\"B\"", "{\"type\":\"shareholding\"}")
            + "]";
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = good.getBytes(StandardCharsets.UTF_8);
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      List<Reject> rejects = new ArrayList<>();
      Loaded loaded = BodsReader.read(new ByteArrayInputStream(bytes), "t", 0, rejects::add);
      int kept = loaded.entities().size() + loaded.roles().size();
      assertThat(kept == 3 || !rejects.isEmpty())
          .as("%d kept, %s", kept, new String(bytes, StandardCharsets.ISO_8859_1))
          .isTrue();
      Register.of(loaded.sources(), loaded.entities(), loaded.roles());
    }
  }
}
