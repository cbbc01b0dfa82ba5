"""Who is there: the kit, and what handlers ask it for."""

import datetime as dt
import os
from typing import Annotated

from fastapi import Depends

from stytch_async import Client
from stytch_async.integrations.cookies import Cookies
from stytch_async.integrations.fastapi import SignedIn, UserAuth, stytch_client
from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User

URL = os.environ.get("APP_URL", "http://localhost:8000")
"""Where browsers find the app. Cookies are secure where this is https."""

CALLBACK = "/authenticate"
"""Where visitors come back to, from a mail or from Google."""

MINUTES = 60
"""How long a session lasts."""

auth = UserAuth(cookies=Cookies(secure=URL.startswith("https://")))

Stytch = Annotated[Client, Depends(stytch_client)]

Visitor = Annotated[User, Depends(auth.user)]
"""Who is signed in, as Stytch knows them now."""

Current = Annotated[SignedIn[Session, User], Depends(auth.signed_in)]
"""The session with its JWT, for calls that add to it or end it."""

Fresh = Annotated[Session, Depends(auth.require(fresh=True))]
"""The session, if Stytch still knows it at this moment."""

Proven = Annotated[Session, Depends(auth.require(factors="totp", within=dt.timedelta(minutes=10)))]
"""The session, if a code of the authenticator app was typed in lately."""
