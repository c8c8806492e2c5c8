package org.anchang.customer.dossier.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.anchang.customer.CustomerAction;
import org.anchang.customer.dossier.consent.Purpose;
import org.anchang.customer.dossier.template.DossierField.DossierSection;
import org.anchang.kit.Action;
import org.anchang.kit.Offer;
import org.anchang.kit.idempotency.Idempotent;
import org.anchang.kit.identity.Caller;
import org.anchang.kit.identity.Role;
import org.anchang.kit.name.OneLine;
import org.anchang.kit.page.ETags;
import org.anchang.kit.snapshot.Snapshot;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// CUS-4: what a project asks in its dossiers.
@Path("/api/v1/dossiers/{project}/template")
@RunOnVirtualThread
@Tag(name = "Dossiers")
public class TemplateResource {
    /// A field that is there, as it is wanted from now on.
    ///
    /// @param furtherOptions answers that are added; known ones stay
    public record WantedField(
            @NotBlank @Size(max = 40) String field,
            @NotNull Boolean hidden,
            @NotNull Boolean required,
            @NotNull Boolean locked,
            @NotNull @Size(max = 30) List<@NotBlank @OneLine @Size(max = 60) String> furtherOptions) {}

    /// A field of the project's own. A text needs consent, the purpose `FREE_TEXT` at least.
    public record NewField(
            @NotNull DossierSection section,
            @NotBlank @OneLine @Size(max = 60) String label,
            @Nullable @OneLine @Size(max = 200) String help,
            @NotNull FieldType type,
            @NotNull @Size(max = 30) List<@NotBlank @OneLine @Size(max = 60) String> options,
            @NotNull Purpose purpose,
            @NotNull Boolean required,
            @NotNull Boolean locked) {}

    /// @param fields every field that there is, in the order that is wanted; one that is not wanted is hidden
    public record ChangeTemplate(
            @NotNull @Size(max = 200) List<@NotNull @Valid WantedField> fields,
            @NotNull @Size(max = 50) List<@NotNull @Valid NewField> added,
            @NotBlank @Size(max = 500) String reason) {}

    /// The fields in their order, hidden ones too.
    public record TemplateOfProject(String project, int version, List<DossierField> fields, List<Action> actions) {}

    private static final Offer CHANGE_TEMPLATE =
            Offer.of(CustomerAction.CHANGE_TEMPLATE, TemplateResource.class, "changeTemplate");

    @Inject
    Templates templates;

    @Inject
    Caller caller;

    @GET
    @Snapshot
    @RolesAllowed(Role.SALES)
    @Operation(summary = "The fields of a project's dossiers, with the ETag to change them")
    public RestResponse<TemplateOfProject> getTemplate(@PathParam("project") String project) {
        caller.mustBeBoundTo(project);
        return shown(project, templates.of(project));
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.SITE_MANAGER)
    @Operation(
            summary = "Order, hide, require or lock fields, and add some: a new version. Takes If-Match",
            description = "No field is ever taken out, and what was collected under a hidden one stays")
    public RestResponse<TemplateOfProject> changeTemplate(
            @PathParam("project") String project,
            @HeaderParam("If-Match") List<String> ifMatch,
            @NotNull @Valid ChangeTemplate request) {
        caller.mustBeBoundTo(project);
        return shown(project, templates.change(project, ifMatch, request));
    }

    private RestResponse<TemplateOfProject> shown(String project, Template template) {
        var change = CHANGE_TEMPLATE.to(caller, project, project);
        return RestResponse.ResponseBuilder.ok(
                        new TemplateOfProject(project, template.version(), template.fields(), List.of(change)))
                .tag(ETags.of(template.version()))
                .build();
    }
}
