package org.bellbuoy.register.out;

import java.io.IOException;
import java.io.Writer;
import org.bellbuoy.core.finding.Geometry;
import org.bellbuoy.core.json.GeoJson;
import org.bellbuoy.core.json.JsonOut;
import org.bellbuoy.register.exchange.Dropped;
import org.bellbuoy.register.model.Asset;
import org.bellbuoy.register.model.Register;
import org.bellbuoy.register.model.Role;
import org.bellbuoy.register.model.Words;

/** Writes assets that lie somewhere as GeoJSON (RFC 7946), with who has which role in them. */
public final class AssetMap {
  private AssetMap() {}

  /**
   * Writes a collection; the writer is flushed and left open.
   *
   * @return what the format was not given
   */
  public static Dropped write(Register register, Writer writer) throws IOException {
    Dropped dropped = new Dropped();
    try (JsonOut json = JsonOut.compact(writer)) {
      json.object().text("type", "FeatureCollection").array("features");
      for (Asset asset : register.assets()) {
        Geometry geometry = asset.geometry();
        if (geometry == null) {
          dropped.add("assets of which it is not known where they lie");
        } else {
          feature(register, asset, geometry, json);
        }
      }
      json.endArray().endObject();
    }
    register.parties().forEach(party -> dropped.add("parties but for their names"));
    return dropped;
  }

  private static void feature(Register register, Asset asset, Geometry geometry, JsonOut json)
      throws IOException {
    json.object().text("type", "Feature").text("id", asset.id()).name("geometry");
    GeoJson.write(geometry, json);
    json.object("properties").text("name", asset.name()).text("kind", asset.kindWord());
    json.text("country", asset.country().isEmpty() ? null : asset.country());
    json.array("partOf");
    for (String whole : asset.partOf()) {
      json.text(whole);
    }
    json.endArray().array("roles");
    for (Role role : register.rolesIn(asset.id())) {
      json.object()
          .text("role", Words.of(role.kind()))
          .text("party", register.party(role.holder()).orElseThrow().name())
          .text("share", role.share() == null ? null : String.valueOf(role.share()))
          .endObject();
    }
    json.endArray().text("source", asset.statement().source()).endObject().endObject();
  }
}
