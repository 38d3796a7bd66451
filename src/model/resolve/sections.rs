//! What the sections of an edition point at: figures, sources, and the names of who and where.

use super::References;
use crate::diag::Finding;
use crate::model::Name;
use crate::yaml::Spanned;

impl References<'_> {
    /// Threats, progress, returnees, partners, meetings, promises, statements and sources.
    pub(super) fn sections(&mut self) {
        let edition = self.edition;
        for threat in &edition.threats {
            let path = format!("threats[{}]", threat.id.value);
            self.names(&threat.places, &format!("{path}.places"));
            self.names(&threat.actors, &format!("{path}.actors"));
            self.sources(&threat.source, &path);
            for figure in &threat.indicators {
                self.figure(figure, &format!("{path}.indicators"));
            }
            for severity in [&threat.severity, &threat.previous_severity].into_iter().flatten() {
                if !(1..=5).contains(&severity.value) {
                    self.findings.push(
                        Finding::error("MO04", format!("severity {} is not on the scale", severity.value))
                            .at(severity.span, "must be 1 to 5")
                            .path(format!("{path}.severity"))
                            .help("1 is low, 5 is severe"),
                    );
                }
            }
        }
        for line in &edition.progress {
            let path = format!("progress[{}]", line.id.value);
            self.names(&line.leads, &format!("{path}.leads"));
            self.sources(&line.source, &path);
            for figure in &line.figures {
                self.figure(figure, &format!("{path}.figures"));
            }
        }
        if let Some(displaced) = &edition.returnees.displaced {
            self.sources(&displaced.source, "returnees.displaced");
            for row in &displaced.rows {
                self.known(&row.place, "place", edition.places.keys(), "returnees.displaced.rows");
            }
        }
        for stock in &edition.returnees.fighters {
            let path = format!("returnees.fighters[{}]", stock.id.value);
            self.names(std::slice::from_ref(&stock.of), &format!("{path}.of"));
            self.sources(&stock.source, &path);
        }
        if let Some(partners) = &edition.partners {
            self.figure(&partners.figure, "partners.figure");
            self.names(&partners.organization_list, "partners.organization_list");
            self.names(&partners.observers, "partners.observers");
            self.sources(&partners.source, "partners");
            for joined in &partners.joined {
                self.names(joined.org.as_slice(), "partners.joined");
            }
        }
        for meeting in &edition.meetings {
            let path = format!("meetings[{}]", meeting.id.value);
            self.names(meeting.host.as_slice(), &format!("{path}.host"));
            self.names(meeting.place.as_slice(), &format!("{path}.place"));
            self.names(&meeting.attended, &format!("{path}.attended"));
            self.names(&meeting.observers, &format!("{path}.observers"));
            self.sources(&meeting.source, &path);
            for figure in &meeting.figures {
                self.figure(figure, &format!("{path}.figures"));
            }
            for quote in &meeting.quotes {
                self.names(std::slice::from_ref(&quote.by), &format!("{path}.quotes[{}].by", quote.id.value));
                self.sources(&quote.source, &path);
            }
        }
        for promise in &edition.commitments {
            let path = format!("commitments[{}]", promise.id.value);
            self.names(std::slice::from_ref(&promise.owner), &format!("{path}.owner"));
            self.sources(&promise.source, &path);
            if let Some(meeting) = &promise.made_at {
                let ids = edition.meetings.iter().map(|it| &it.id.value);
                self.known(meeting, "meeting", ids, &format!("{path}.made_at"));
            }
            if let Some(Spanned { value: Name::Id(id), span }) = &promise.line {
                let line = Spanned { value: id.clone(), span: *span };
                let ids = edition.progress.iter().map(|it| &it.id.value);
                self.known(&line, "line of effort", ids, &format!("{path}.line"));
            }
            for id in &promise.evidence {
                let ids: Vec<String> = self.index.ids().map(str::to_owned).collect();
                self.known(id, "figure or contribution", ids.iter(), &format!("{path}.evidence"));
            }
        }
        for event in &edition.events {
            let path = format!("events[{}]", event.id.value);
            self.names(event.place.as_slice(), &format!("{path}.place"));
            self.sources(&event.source, &path);
        }
        for statement in &edition.statements {
            let path = format!("statements[{}]", statement.id.value);
            self.names(statement.by.as_slice(), &format!("{path}.by"));
            self.names(statement.to.as_slice(), &format!("{path}.to"));
            self.sources(&statement.source, &path);
        }
        for step in &edition.next_steps {
            self.sources(&step.source, &format!("next_steps[{}]", step.id.value));
        }
        for reference in &edition.references {
            self.sources(&reference.source, &format!("references[{}]", reference.id.value));
        }
        for correction in &edition.corrections {
            let ids: Vec<String> = self.index.ids().map(str::to_owned).collect();
            self.known(&correction.figure, "figure or contribution", ids.iter(), "corrections");
        }
        for source in &edition.sources {
            let path = format!("sources[{}]", source.id.value);
            self.names(source.org.as_slice(), &format!("{path}.org"));
            self.names(&source.authors, &format!("{path}.authors"));
        }
    }
}
