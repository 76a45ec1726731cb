import { Center, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Navigate, Route, Routes, useLocation } from "react-router";
import { ask, Problem } from "./ask.ts";
import { AccountPage } from "./pages/account.tsx";
import { CampaignPage } from "./pages/campaign.tsx";
import { CampaignsPage } from "./pages/campaigns.tsx";
import { FirstDayPage } from "./pages/first-day.tsx";
import { JoinPage } from "./pages/join.tsx";
import { LogPage } from "./pages/log.tsx";
import { NewCampaignPage } from "./pages/new-campaign.tsx";
import { NewPasswordPage } from "./pages/new-password.tsx";
import { DraftPage } from "./pages/notice/draft.tsx";
import { NoticePage } from "./pages/notice/notice.tsx";
import { VersionPage } from "./pages/notice/version.tsx";
import { NowherePage } from "./pages/nowhere.tsx";
import { PeoplePage } from "./pages/people.tsx";
import { PersonPage } from "./pages/person.tsx";
import { RequestPage } from "./pages/request.tsx";
import { RequestsPage } from "./pages/requests.tsx";
import { SignInPage } from "./pages/sign-in.tsx";
import { TeamPage } from "./pages/team.tsx";
import { Failure } from "./parts/failure.tsx";
import { placesFor } from "./parts/places.ts";
import { SessionContext, useSession } from "./parts/session.ts";
import { Shell } from "./parts/shell.tsx";
import type { Session } from "./types.ts";

export function App() {
  const { pathname } = useLocation();
  if (pathname === "/join") return <JoinPage />;
  if (pathname === "/new-password") return <NewPasswordPage />;
  return <SignedIn />;
}

function SignedIn() {
  const session = useQuery({
    queryKey: ["session"],
    queryFn: () => ask<Session>("GET", "/session"),
    retry: false,
  });
  if (session.isPending) {
    return (
      <Center h="100vh">
        <Loader role="status" aria-label="Opening the console" />
      </Center>
    );
  }
  if (session.error instanceof Problem && session.error.status === 401) return <SignInPage />;
  if (session.error) return <Failure error={session.error} />;
  return (
    <SessionContext value={session.data}>
      <Shell>
        <Routes>
          <Route path="/" element={<Home />} />
          <Route path="/people" element={<PeoplePage />} />
          <Route path="/people/:id" element={<PersonPage />} />
          <Route path="/campaigns" element={<CampaignsPage />} />
          <Route path="/campaigns/new" element={<NewCampaignPage />} />
          <Route path="/campaigns/:id" element={<CampaignPage />} />
          <Route path="/requests" element={<RequestsPage />} />
          <Route path="/requests/:subject/:id" element={<RequestPage />} />
          <Route path="/notice" element={<NoticePage />} />
          <Route path="/notice/drafts/:id" element={<DraftPage />} />
          <Route path="/notice/versions/:version" element={<VersionPage />} />
          <Route path="/log" element={<LogPage />} />
          <Route path="/team" element={<TeamPage />} />
          <Route path="/account" element={<AccountPage />} />
          <Route path="*" element={<NowherePage />} />
        </Routes>
      </Shell>
    </SessionContext>
  );
}

/** Everybody lands where they have something to do: the checklist is not for every role. */
function Home() {
  const [first] = placesFor(useSession().may);
  if (first === undefined) return <NowherePage />;
  return first.to === "/" ? <FirstDayPage /> : <Navigate to={first.to} replace />;
}
