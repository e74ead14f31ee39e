"""Addresses of these pages."""

from django.urls import URLPattern, URLResolver, path

from anskaff.web.competition.awarding import award, opening, scoring

CASE = "innkjop/<slug:ref>"

urlpatterns: list[URLPattern | URLResolver] = [
    path("min-side/apningsnokkel/", opening.officer_key, name="officer-key"),
    path(f"{CASE}/apning/", opening.opening, name="opening"),
    path(f"{CASE}/apning/igjen/", opening.retry, name="retry-opening"),
    path(f"{CASE}/habilitet/", opening.impartiality, name="impartiality"),
    path(f"{CASE}/kvalifikasjon/", opening.qualification, name="qualification"),
    path(f"{CASE}/kvalifikasjon/fil/<int:file>/", opening.opened_file, name="opened-file"),
    path(f"{CASE}/kvalifikasjon/<int:tender>/avvis/", opening.reject, name="reject-tender"),
    path(f"{CASE}/evaluering/", scoring.evaluation, name="evaluation"),
    path(f"{CASE}/evaluering/lever/", scoring.submit, name="submit-scores"),
    path(f"{CASE}/evaluering/enighet/", scoring.agree, name="agree-scores"),
    path(f"{CASE}/evaluering/bekreft/", scoring.confirm, name="confirm-evaluation"),
    path(f"{CASE}/evaluering/resultat/", scoring.ranking, name="ranking"),
    path(f"{CASE}/evaluering/gjenapne/", scoring.reopen, name="reopen-evaluation"),
    path(f"{CASE}/tildeling/", award.award, name="award"),
    path(f"{CASE}/tildeling/send/", award.send, name="send-letters"),
    path(f"{CASE}/tildeling/omgjor/", award.reverse, name="reverse-award"),
    path(f"{CASE}/karens/", award.standstill, name="standstill"),
    path(f"{CASE}/karens/stans/", award.suspend, name="suspend"),
    path(f"{CASE}/karens/opphev/", award.lift, name="lift-suspension"),
    path(f"{CASE}/karens/<slug:lot>/signer/", award.sign, name="sign-contract"),
    path(f"{CASE}/protokoll/", award.protocol, name="protocol"),
    path(f"{CASE}/protokoll.pdf", award.protocol_pdf, name="protocol-pdf"),
    path("konkurranser/<slug:ref>/resultat/", award.result, name="award-result"),
    path(
        "konkurranser/<slug:ref>/resultat/<slug:lot>.json",
        award.recompute_file,
        name="recompute-file",
    ),
]
