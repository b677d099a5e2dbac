// Says who is signed in; texts are in the page, in both languages.
const show = id => { document.getElementById(id).hidden = false; };
const cookie = name => document.cookie.split('; ').find(part => part.startsWith(name + '='))?.slice(name.length + 1) ?? '';

if (new URLSearchParams(location.search).get('sign-in') === 'failed') show('failed');

const answer = await fetch('/api/session', { headers: { Accept: 'application/json' } });
if (answer.ok) {
  const session = await answer.json();
  document.getElementById('name').textContent = session.name;
  document.getElementById('roles').textContent = session.roles.join(', ');
  show('signed-in');
  document.getElementById('sign-out').addEventListener('click', async () => {
    const left = await fetch('/logout', { method: 'POST', headers: { [session.csrfHeader]: cookie('XSRF-TOKEN') } });
    location.assign(left.ok ? (await left.json()).next : '/');
  });
} else if (answer.status === 401) {
  show('signed-out');
} else {
  show('unknown');
}
