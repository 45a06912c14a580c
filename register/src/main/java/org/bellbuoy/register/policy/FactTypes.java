package org.bellbuoy.register.policy;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bellbuoy.register.model.RoleKind;

/** Types of facts, so that a misspelt field is told before anything is judged. */
final class FactTypes implements CelTypeProvider {
  /** Fields that hold the one party of a role, and the lists beside them. */
  static final Map<String, RoleKind> ONE = new LinkedHashMap<>();

  static final Map<String, RoleKind> MANY = new LinkedHashMap<>();

  static {
    ONE.put("owner", RoleKind.OWNER);
    ONE.put("operator", RoleKind.OPERATOR);
    ONE.put("manager", RoleKind.MANAGER);
    ONE.put("maker", RoleKind.MAKER);
    ONE.put("softwareMaker", RoleKind.SOFTWARE_MAKER);
    ONE.put("serviceProvider", RoleKind.SERVICE_PROVIDER);
    ONE.forEach((field, kind) -> MANY.put(field + "s", kind));
    ONE.put("insurer", RoleKind.INSURER);
    ONE.put("financier", RoleKind.FINANCIER);
    ONE.put("lessee", RoleKind.LESSEE);
    MANY.put("remoteAccess", RoleKind.REMOTE_ACCESS);
  }

  static final StructType CONTROLLER = flat("Controller");
  static final StructType PARTY = StructType.create("Party", partyFields(), FactTypes::ofParty);
  static final StructType HOLDING =
      StructType.create(
          "Holding",
          ImmutableSet.of("holder", "shareMin", "shareMax", "confidence"),
          FactTypes::ofHolding);
  static final StructType ASSET = StructType.create("Asset", assetFields(), FactTypes::ofAsset);

  private static StructType flat(String name) {
    return StructType.create(
        name,
        ImmutableSet.of("id", "name", "kind", "country"),
        field -> Optional.of(SimpleType.STRING));
  }

  private static ImmutableSet<String> partyFields() {
    return ImmutableSet.of(
        "id", "name", "kind", "country", "ultimateController", "ultimateControllers", "stateOwned");
  }

  private static ImmutableSet<String> assetFields() {
    return ImmutableSet.<String>builder()
        .add("id", "name", "kind", "country", "flag", "agreements")
        .addAll(ONE.keySet())
        .addAll(MANY.keySet())
        .build();
  }

  private static Optional<CelType> ofParty(String field) {
    return Optional.of(
        switch (field) {
          case "ultimateController" -> CONTROLLER;
          case "ultimateControllers" -> ListType.create(CONTROLLER);
          case "stateOwned" -> SimpleType.BOOL;
          default -> SimpleType.STRING;
        });
  }

  private static Optional<CelType> ofHolding(String field) {
    return Optional.of(
        switch (field) {
          case "holder" -> PARTY;
          case "confidence" -> SimpleType.STRING;
          default -> SimpleType.DOUBLE;
        });
  }

  private static Optional<CelType> ofAsset(String field) {
    if (ONE.containsKey(field)) {
      return Optional.of(PARTY);
    }
    if (MANY.containsKey(field)) {
      return Optional.of(ListType.create(HOLDING));
    }
    return Optional.of(
        field.equals("agreements") ? ListType.create(SimpleType.STRING) : SimpleType.STRING);
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.of(CONTROLLER, PARTY, HOLDING, ASSET);
  }

  @Override
  public Optional<CelType> findType(String name) {
    return types().stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
